import { Query, QueryHandler } from '@nestjs/cqrs';
import { checkHandlers } from './checkHandlers';

class Asked extends Query<number> {}
class Unasked extends Query<number> {}
@QueryHandler(Asked)
class First {
  execute = () => Promise.resolve(1);
}
@QueryHandler(Asked)
class Second {
  execute = () => Promise.resolve(2);
}
class Plain {}

describe('the check of handlers at the start', () => {
  it('passes where every message has one', () => {
    expect(() => checkHandlers('query', [Asked], [First])).not.toThrow();
  });

  it('fails where a message has two, of which one would be silently ignored', () => {
    expect(() => checkHandlers('query', [Asked], [First, Second])).toThrow('Asked has 2 handlers');
  });

  it('fails where a message has none', () => {
    expect(() => checkHandlers('query', [Asked, Unasked], [First])).toThrow('Unasked has no handler');
  });

  it('fails for a handler of nothing', () => {
    expect(() => checkHandlers('query', [Asked], [First, Plain])).toThrow('Plain handles no query of ours');
  });
});
