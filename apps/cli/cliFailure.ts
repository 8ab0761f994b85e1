/** Exit codes of every command; they are part of the interface. */
export const EXIT = {
  /** All as asked. */
  done: 0,
  /** Something was refused: the request, rows of an import, or what a check found. */
  refused: 1,
  /** Stopped before its end: the server was not reached, or could not go on. Running it again goes on. */
  stopped: 2,
  /** The command was not put right. */
  usage: 64,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A command that cannot do what was asked; the message is for whoever asked. */
export class CliFailure extends Error {
  override readonly name = 'CliFailure';

  constructor(
    sentence: string,
    readonly exitCode: ExitCode,
  ) {
    super(sentence);
  }
}
