/**
 * The client throws inside its own stream handlers (an answer with an unknown correlation id, an event without an id), where nobody
 * can catch it: Node ends the process over such an unhandled rejection. The call concerned is told by our timers and settled by
 * reading, so the fault itself is only counted. Every other unhandled rejection ends the process as before.
 */
let faults = 0;
let guarding = false;

/** How many faults inside the client were survived since the process started. */
export function clientFaults(): number {
  return faults;
}

export function guardAgainstClientFaults(): void {
  if (guarding) return;
  guarding = true;
  process.on('unhandledRejection', (reason) => {
    if (isClientFault(reason)) faults += 1;
    else if (process.listenerCount('unhandledRejection') === 1) throw reason;
  });
}

function isClientFault(reason: unknown): boolean {
  if (typeof reason === 'string') return reason.startsWith('Impossible situation where ');
  const thrownIn = reason instanceof Error ? /^\s+at .*$/m.exec(reason.stack ?? '')?.[0] : undefined;
  return thrownIn !== undefined && /[\\/]@eventstore[\\/]db-client[\\/]/.test(thrownIn);
}
