/** An event's data as it is stored. Milepost checks what it writes, but a foreign writer may have written anything. */
export type EventData = Readonly<Record<string, unknown>>;

/** A member that is text and not empty, or undefined. */
export function textMember(data: EventData, member: string): string | undefined {
  const value = data[member];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A member that is a finite number, or undefined. */
export function numberMember(data: EventData, member: string): number | undefined {
  const value = data[member];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** A value as an object's members, or undefined where it is none. */
export function asObject(value: unknown): EventData | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as EventData) : undefined;
}

/** A member that is an object, or undefined. */
export function objectMember(data: EventData, member: string): EventData | undefined {
  return asObject(data[member]);
}

/** The objects of a member that is a list; empty where it is none. */
export function objectsMember(data: EventData, member: string): readonly EventData[] {
  const value = data[member];
  return Array.isArray(value) ? value.map(asObject).filter((item) => item !== undefined) : [];
}

/** The texts of a member that is a list; empty where it is none. */
export function textsMember(data: EventData, member: string): readonly string[] {
  const value = data[member];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
