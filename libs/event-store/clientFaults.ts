/**
 * The client throws inside its own stream handlers, where no caller can catch it, and Node ends the process over that.
 * What is caught there is counted here; the call concerned is told by our timers and settled by reading.
 */
let faults = 0;
let guarding = false;

/** How many faults inside the client were survived since the process started. */
export function clientFaults(): number {
  return faults;
}

export function countClientFault(): void {
  faults += 1;
}

/** For faults in promises that the client leaves alone. Every other unhandled rejection ends the process as before. */
export function guardAgainstClientFaults(): void {
  if (guarding) return;
  guarding = true;
  process.on('unhandledRejection', (reason) => {
    if (isClientFault(reason)) countClientFault();
    else if (process.listenerCount('unhandledRejection') === 1) throw reason;
  });
}

function isClientFault(reason: unknown): boolean {
  const thrownIn = reason instanceof Error ? /^\s+at .*$/m.exec(reason.stack ?? '')?.[0] : undefined;
  return thrownIn !== undefined && /[\\/]@eventstore[\\/]db-client[\\/]/.test(thrownIn);
}
