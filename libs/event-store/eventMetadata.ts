import { Type } from '@sinclair/typebox';
import type { Static } from '@sinclair/typebox';

export const ACTOR_ROLES = [
  'administrator',
  'programme',
  'reporter',
  'assessor',
  'auditor',
  'reader',
  'subscriber',
  'system',
] as const;
export const PUBLIC_HOW = ['reported', 'published', 'observed', 'effective', 'compiled', 'recorded'] as const;

const closed = { additionalProperties: false };
const sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });
const uuid = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' });
const oneOf = <T extends string>(...values: readonly T[]) => Type.Union(values.map((value) => Type.Literal(value)));
/** `id` is random, never made from a person's data. */
const actor = Type.Object({ id: Type.String({ minLength: 1, maxLength: 200 }), role: oneOf(...ACTOR_ROLES) }, closed);

/**
 * What stands beside an event's data: who recorded it when, and from where. A member that does not apply is absent, never null.
 * No names of persons and no free text about them: nothing in an event is secret, and nothing is ever redacted.
 */
export const EventMetadata = Type.Object(
  {
    /** The server's clock at append: an instant in UTC with milliseconds, `YYYY-MM-DDTHH:mm:ss.sssZ`. */
    recordedAt: Type.String({ format: 'date-time', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$' }),
    actor,
    /** The second pair of eyes, where four are asked. */
    approvedBy: Type.Optional(actor),
    origin: oneOf('live', 'import', 'generated'),
    /** The day a fact became public, and how that is known. */
    public: Type.Optional(Type.Object({ on: Type.String({ format: 'date' }), how: oneOf(...PUBLIC_HOW) }, closed)),
    /** Which row of which data set an imported event came from; `content` as {@link contentHash} gives it. */
    import: Type.Optional(
      Type.Object(
        { dataSet: Type.String({ minLength: 1 }), key: Type.String({ minLength: 1 }), content: sha256 },
        closed,
      ),
    ),
    evidence: Type.Optional(
      Type.Array(Type.Object({ sha256, bytes: Type.Integer({ minimum: 0 }), mediaType: Type.String() }, closed), {
        minItems: 1,
      }),
    ),
    /** Hash of the RFC 8785 text of the request's parsed body. */
    requestHash: Type.Optional(sha256),
    /** The request's id. */
    $correlationId: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    /** Id of the causing event. */
    $causationId: Type.Optional(uuid),
    /** W3C trace context. */
    traceparent: Type.Optional(Type.String({ pattern: '^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$' })),
  },
  closed,
);
export type EventMetadata = Static<typeof EventMetadata>;
export type ActorRole = (typeof ACTOR_ROLES)[number];
export type PublicHow = (typeof PUBLIC_HOW)[number];
