import { StoreRefused } from '../storeRefused';
import type { Fault } from './fault';

const CALLS = ['append', 'read', 'subscribe', 'features', 'gossip'];
const POINTS = ['before-commit', 'after-commit'];

/** Which members each fault has, and what they must be. */
const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
const isCall = (value: unknown): boolean => CALLS.includes(String(value));
const SHAPES: Record<Fault['do'], Record<string, (value: unknown) => boolean>> = {
  die: { at: (value) => POINTS.includes(String(value)), nth: isNumber },
  cut: { nth: isNumber },
  'disk-full': { nth: isNumber, times: isNumber },
  silence: { call: isCall, nth: isNumber },
  delay: { call: isCall, nth: isNumber, ms: isNumber },
  fail: { call: isCall, nth: isNumber, code: isNumber },
  drop: { nth: isNumber },
};

/** The faults in the JSON text of `MILEPOST_STORE_FAULTS`; none where it is not set. Throws StoreRefused for anything else. */
export function readFaults(text: string | undefined): readonly Fault[] {
  if (text === undefined || text === '') return [];
  const faults = parse(text);
  if (!Array.isArray(faults) || !faults.every(isFault)) {
    throw new StoreRefused(`MILEPOST_STORE_FAULTS is not a list of faults such as [{"do":"drop","nth":3}]: ${text}`);
  }
  return faults;
}

function isFault(value: unknown): value is Fault {
  if (typeof value !== 'object' || value === null || !('do' in value) || typeof value.do !== 'string') return false;
  const shape = Object.hasOwn(SHAPES, value.do) ? SHAPES[value.do as Fault['do']] : undefined;
  return (
    shape !== undefined &&
    Object.entries(shape).every(([name, holds]) => holds((value as Record<string, unknown>)[name]))
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
