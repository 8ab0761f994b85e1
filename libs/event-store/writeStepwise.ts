import type { Json, JsonObject } from './storedEvent';

type Step = { readonly text: string } | { readonly value: Json };

/**
 * The canonical text of values that a recursive writer cannot take: `JSON.parse` reads nesting of any depth,
 * and no event, whoever wrote it, may bring its reader down. Infinite numbers are written as strings.
 */
export function writeStepwise(root: Json): string {
  const written: string[] = [];
  const ahead: Step[] = [{ value: root }];
  for (let step = ahead.pop(); step; step = ahead.pop()) {
    if ('text' in step) written.push(step.text);
    else if (typeof step.value !== 'object' || step.value === null) written.push(scalarText(step.value));
    else pushReversed(ahead, containerSteps(step.value));
  }
  return written.join('');
}

function scalarText(value: null | boolean | number | string): string {
  if (Number.isNaN(value)) throw new TypeError('NaN is not JSON');
  return JSON.stringify(typeof value === 'number' && !Number.isFinite(value) ? String(value) : value);
}

function containerSteps(value: readonly Json[] | JsonObject): Step[] {
  return Array.isArray(value) ? itemSteps(value as readonly Json[]) : memberSteps(value as JsonObject);
}

function itemSteps(items: readonly Json[]): Step[] {
  const steps: Step[] = [{ text: '[' }];
  items.forEach((value, index) => steps.push({ text: index === 0 ? '' : ',' }, { value }));
  return [...steps, { text: ']' }];
}

function memberSteps(members: JsonObject): Step[] {
  const steps: Step[] = [{ text: '{' }];
  const names = Object.keys(members).sort();
  names.forEach((name, index) =>
    steps.push({ text: `${index === 0 ? '' : ','}${JSON.stringify(name)}:` }, { value: members[name] as Json }),
  );
  return [...steps, { text: '}' }];
}

function pushReversed(ahead: Step[], steps: readonly Step[]): void {
  for (let index = steps.length - 1; index >= 0; index -= 1) ahead.push(steps[index] as Step);
}
