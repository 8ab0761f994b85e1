import { Problem } from './problem';

const parts = { slug: 'unknown-trust', title: 'No such trust', status: 404, detail: 'There is no trust RZZ.' };

describe('a problem', () => {
  it('becomes the document of RFC 9457, members that do not apply left out', () => {
    expect(new Problem(parts).document()).toEqual({
      type: '/problems/unknown-trust',
      title: 'No such trust',
      status: 404,
      detail: 'There is no trust RZZ.',
    });
  });

  it('carries pointers, the request and members of its own, which never overwrite those of the standard', () => {
    const problem = new Problem({
      ...parts,
      errors: [{ pointer: '/trust', detail: 'Use a code from the register.' }],
      extensions: { expected: '3', status: 200 },
    });
    expect(problem.document('req-1')).toMatchObject({
      status: 404,
      expected: '3',
      instance: 'req-1',
      errors: [{ pointer: '/trust', detail: 'Use a code from the register.' }],
    });
  });

  it('keeps its cause out of the document', () => {
    const problem = new Problem({ ...parts, cause: new Error('inner') });
    expect(problem.cause).toBeInstanceOf(Error);
    expect(JSON.stringify(problem.document())).not.toContain('inner');
  });
});
