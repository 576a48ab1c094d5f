/** Last words of the name of an office, simplified. */
export const OFFICE_END =
  '办公室|办|中心|委员会|街道|社区|支部|总支|党委|党组|支队|大队|中队|派出所|工作站|站|指挥部|专班|股|科|处|室|局|所|会|院|校|园|镇|乡|村|县|区|公司|窗口|组|部|团委|工会|委|物业|服务队';
