export type { Json, JsonObject, NewEvent, Position, StoredEvent } from './storedEvent';
export type { Appended, EventStore, ExpectedRevision, FollowOptions, Follower, FollowerState } from './eventStore';
export { canonicalText } from './canonicalText';
