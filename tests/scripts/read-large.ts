// node tests/scripts/read-large.ts <file>: what the check says of a file, and the most memory that it took, as JSON.
import { checkedFile, isBroken } from '../../scripts/rollup/checked-files.ts';

const checked = checkedFile(process.argv[2] ?? '');
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(
  JSON.stringify(
    isBroken(checked)
      ? { problem: checked.problem, megabytes }
      : { rows: checked.rows, sum: checked.sum, megabytes },
  ),
);
