import { WHOLE_TRUST } from '@milepost/domain';
import type { DeploymentView } from '@milepost/views';
import { alikeDeployments } from './deploymentCards';

const system = (deployment: string, product?: string): DeploymentView => ({
  deployment,
  product,
  ...{ supplier: undefined, productSupplier: undefined, replaces: undefined, plans: [] },
  use: { level: 'live', why: 1, reported: undefined } as unknown as DeploymentView['use'],
  contract: { level: 'none', why: -1 },
});

describe('the systems of a trust', () => {
  it('need their short names where two are called the same, and only there', () => {
    const all = [system('north', 'Epic'), system('south', 'Epic'), system('old', 'Lorenzo'), system(WHOLE_TRUST)];
    expect([...alikeDeployments(all)]).toEqual(['north', 'south']);
    expect([...alikeDeployments([system('one'), system('two')])]).toEqual(['one', 'two']);
    expect(alikeDeployments(all.slice(1)).size).toBe(0);
  });
});
