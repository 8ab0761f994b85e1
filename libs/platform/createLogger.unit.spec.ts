import { createLogger } from './createLogger';

function collect(level?: string) {
  const lines: Record<string, unknown>[] = [];
  const destination = { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) };
  return { lines, log: createLogger({ name: 'ledger', destination, ...(level === undefined ? {} : { level }) }) };
}

describe('the logger', () => {
  it('writes JSON lines with its name and an ISO time', () => {
    const { lines, log } = collect();
    log.info({ size: 3 }, 'sequenced');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ name: 'ledger', size: 3, msg: 'sequenced' });
    expect(lines[0]?.time).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  });

  it('strikes out secrets, also below', () => {
    const { lines, log } = collect();
    log.info({ token: 'mp_secret', req: { headers: { authorization: 'Bearer mp_secret' } } }, 'asked');
    expect(JSON.stringify(lines)).not.toContain('mp_secret');
  });

  it('keeps quiet below its level', () => {
    const { lines, log } = collect('warn');
    log.info('not heard');
    expect(lines).toHaveLength(0);
  });
});
