import { readInOrder } from './readInOrder';

it.each([
  ['<p>plain – “words”\t\r\n👩‍⚕️ 病院</p>', '<p>plain – “words”\t\r\n👩‍⚕️ 病院</p>'],
  ['<h1>Northvale \u202eTRUST\u202c</h1>', '<h1>Northvale \ufffdTRUST\ufffd</h1>'],
  ['<p>cut\0here \u001b[31m\u0085</p>', '<p>cut\ufffdhere \ufffd[31m\ufffd</p>'],
  ['<p>مستشفى, الملك 5 May</p>', '<p>مستشفى, الملك\u200e 5 May</p>'],
  ['<input value="a\u202eb مستشفى">', '<input value="a\u202eb مستشفى">'],
  ['<textarea>\na\u202eb</textarea>', '<textarea>\na\u202eb</textarea>'],
  ['<pre><code>{"a":"\u202e&lt;"}</code></pre>\u202e', '<pre><code>{"a":"\\u202e&lt;"}</code></pre>\ufffd'],
])('makes of %j what reads in order', (html, read) => {
  expect(readInOrder(html)).toBe(read);
});
