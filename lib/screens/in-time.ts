/**
 * What is read within `patience` ms; else undefined, also where the reading fails: who needs it reads again and then
 * tells why.
 */
export function inTime<T>(reading: Promise<T>, patience: number): Promise<T | undefined> {
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, patience));
  return Promise.race([reading.catch(() => undefined), late]);
}
