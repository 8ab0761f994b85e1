/** A command is answered within 5 s of its coming, also where the store has gone: what has not happened by then is said to be so. */
export const COMMAND_MS = 4_800;

/** What a promise gives, or after `ms` milliseconds an error of the caller's choice; the promise itself goes on. */
export async function withinTime<T>(work: Promise<T>, ms: number, late: () => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), Math.max(0, ms));
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    clearTimeout(timer);
  }
}
