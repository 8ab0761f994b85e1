import { Handover } from './handover';

describe('a handover', () => {
  /** Both threads see the same numbers. */
  const both = (): [giver: Handover, taker: Handover] => {
    const giver = new Handover();
    return [giver, new Handover(giver.shared)];
  };

  it('lets take what was given, also after the giver has ended, and nothing else', () => {
    const [giver, taker] = both();
    expect(taker.mayTake(0)).toBe(false);
    giver.gave();
    giver.endGiving();
    expect(taker.mayTake(0)).toBe(true);
    taker.took();
    expect(taker.mayTake(Infinity)).toBe(false);
  });

  it('lets no more lie between the two than eight, and lets none be given once the taker has ended', () => {
    const [giver, taker] = both();
    for (let given = 0; given < 8; given += 1) {
      expect(giver.mayGive()).toBe(true);
      giver.gave();
    }
    taker.took();
    expect(giver.mayGive()).toBe(true);
    giver.gave();
    taker.endTaking();
    expect(giver.mayGive()).toBe(false);
  });
});
