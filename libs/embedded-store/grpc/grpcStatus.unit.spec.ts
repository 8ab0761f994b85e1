import { OK, statusFields } from './grpcStatus';

describe('a status on the wire', () => {
  it('says nothing more where all is well', () => {
    expect(statusFields(OK)).toEqual({ 'grpc-status': '0' });
  });

  it('keeps a sentence readable, and encodes only what a header cannot hold', () => {
    const details = 'Unexpected: 100 % of "žádné" (a/b?c#d).';
    const message = statusFields({ code: 2, details })['grpc-message'] ?? '';
    expect(message).toBe('Unexpected: 100 %25 of "%C5%BE%C3%A1dn%C3%A9" (a/b?c#d).');
    // As the client decodes it.
    expect(decodeURI(message)).toBe(details);
  });

  it('stands half a character', () => {
    expect(statusFields({ code: 2, details: 'x\ud800' })['grpc-message']).toBe('x%EF%BF%BD');
  });
});
