/** Where a command writes: results to standard output, everything on the way to standard error, so that results can be piped. */
export interface Terminal {
  result(text: string): void;
  tell(line: string): void;
}

export const terminal: Terminal = {
  result: (text) => void process.stdout.write(text.endsWith('\n') ? text : `${text}\n`),
  tell: (line) => void process.stderr.write(`${line}\n`),
};
