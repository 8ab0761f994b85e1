import { textField } from './fields/textField';
import { whenField } from './fields/whenField';
import { movedTo } from './formFields';

describe('what was typed over one version, put into another', () => {
  const form = {
    fields: [
      textField({ member: 'product', label: 'Product' }),
      whenField({ prefix: 'occurred', label: 'When?', what: 'when it happened' }),
    ],
    more: [textField({ member: 'note', label: 'Note', long: true })],
  };
  const seen = { product: 'Alpha', occurredOn: '2024-04', precision: 'month', note: 'Read in the paper' };
  const now = { product: 'Beta', occurredOn: '2024-05', precision: 'month' };
  const asSeen = {
    product: ' Alpha ',
    occurred: 'month',
    'occurred-month-month': '4',
    'occurred-month-year': '2024',
    note: 'Read in the paper',
    why: 'Read again',
  };

  it('holds what the other says where nothing was changed, and what stands beside the data', () => {
    expect(movedTo(form, asSeen, seen, now)).toMatchObject({
      product: 'Beta',
      occurred: 'month',
      'occurred-month-month': '5',
      note: '',
      why: 'Read again',
    });
  });

  it.each([
    ['another date', { 'occurred-month-month': '6', 'occurred-year-year': '2024' }],
    ['another way to say it', { occurred: 'year', 'occurred-year-year': '2024' }],
    ['what is no date', { 'occurred-month-month': '13' }],
  ])('keeps all that was typed in a field with %s', (_, changed) => {
    const typed = { ...asSeen, ...changed };
    expect(movedTo(form, typed, seen, now)).toMatchObject({ ...typed, product: 'Beta', note: '' });
  });

  it('keeps a field that was emptied empty', () => {
    expect(movedTo(form, { ...asSeen, product: '' }, seen, now)).toMatchObject({ product: '' });
  });
});
