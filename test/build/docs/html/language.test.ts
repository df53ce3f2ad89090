import { expect, test } from 'vitest';
import { completeDescription } from '../../../../src/description/complete.js';
import type { Description } from '../../../../src/description/types.js';
import { languageOf } from '../../../../src/build/docs/html/language.js';
import { renderDocs } from '../../../../src/build/docs/render-docs.js';
import { textsWithLanguages } from './texts-with-languages.js';

/**
 * A description in one language: its title, the name of its operation, and the descriptions of the operation, a field and a
 * response.
 */
type Texts = [title: string, summary: string, words: string, field: string, response: string];

const languages: Array<[language: string, texts: Texts]> = [
  [
    'de',
    [
      'Bestellungen',
      'Bestellung anlegen',
      'Legt eine neue Bestellung für einen Kunden an und gibt ihre Nummer zurück.',
      'Die Nummer des Kunden, wie sie auf der Rechnung steht.',
      'Die Bestellung wurde angelegt.',
    ],
  ],
  [
    'es',
    [
      'Pedidos',
      'Crear un pedido',
      'Crea un pedido nuevo para un cliente y devuelve su número.',
      'El número del cliente, tal como aparece en la factura.',
      'El pedido se ha creado.',
    ],
  ],
  [
    'fr',
    [
      'Commandes',
      'Créer une commande',
      'Crée une nouvelle commande pour un client et renvoie son numéro.',
      'Le numéro du client, tel qu’il figure sur la facture.',
      'La commande a été créée.',
    ],
  ],
  [
    'nl',
    [
      'Bestellingen',
      'Bestelling plaatsen',
      'Plaatst een nieuwe bestelling voor een klant en geeft het nummer ervan terug.',
      'Het nummer van de klant, zoals het op de factuur staat.',
      'De bestelling is geplaatst.',
    ],
  ],
  [
    'pl',
    [
      'Zamówienia',
      'Utwórz zamówienie',
      'Tworzy nowe zamówienie dla klienta i zwraca jego numer.',
      'Numer klienta, taki jak na fakturze.',
      'Zamówienie zostało utworzone.',
    ],
  ],
  ['ar', ['الطلبات', 'إنشاء طلب', 'ينشئ طلبا جديدا للعميل ويعيد رقمه.', 'رقم العميل كما يظهر في الفاتورة.', 'تم إنشاء الطلب.']],
  [
    'ja',
    [
      '注文',
      '注文を作成する',
      '顧客の新しい注文を作成し、その番号を返します。',
      '請求書に記載されている顧客の番号です。',
      '注文が作成されました。',
    ],
  ],
  [
    'en',
    [
      'Orders',
      'Create an order',
      'Creates a new order for a customer and returns its number.',
      'The number of the customer, as it stands on the invoice.',
      'The order has been created.',
    ],
  ],
  // Too little text to detect a language.
  ['', ['Pi', 'A', 'B', 'C', 'D']],
];

function described([title, summary, words, field, response]: Texts): Description {
  const schema = { type: 'object', properties: { number: { type: 'string', description: field } } };
  return {
    openapi: '3.1.0',
    info: { title, version: '1' },
    paths: {
      '/a': {
        post: {
          operationId: 'a',
          summary,
          description: words,
          requestBody: { content: { 'application/json': { schema } } },
          responses: { 201: { description: response } },
        },
      },
    },
  };
}

async function page(description: Description): Promise<string> {
  const files = await renderDocs(completeDescription(description).description, undefined);
  return Buffer.from(files.get('index.html') ?? []).toString();
}

test.each(languages)('the words of a description in "%s" are in it, those of the page in English', async (language, texts) => {
  const html = await page(described(texts));
  expect(/<html lang="(\w+)"/.exec(html)?.[1]).toBe(language || 'en');
  const found = textsWithLanguages(html);
  const [title, ...others] = texts;
  for (const text of [`${title} (1)`, ...others]) expect([text, [...(found.get(text) ?? [])]]).toEqual([text, [language]]);
  const own = ['Request Parameters', 'Response Codes', 'Download', 'Meaning', 'string', 'Dark', 'Menu'];
  for (const text of own) expect([text, [...(found.get(text) ?? [])]]).toEqual([text, ['en']]);
});

test('no language is said of a description in two, but of each long text', async () => {
  const german = languages[0]![1];
  const english = 'Creates a new order for a customer, and returns the number by which the customer will find it later on.';
  const html = await page(described([german[0], german[1], english, german[3], german[4]]));
  const found = textsWithLanguages(html);
  expect(/<html lang="(\w+)"/.exec(html)?.[1]).toBe('en');
  expect([english, german[1]].map((text) => [...(found.get(text) ?? [])])).toEqual([['en'], ['']]);
});

test.each([
  [
    'code and addresses',
    '`die Nummer` https://die.nummer.example/des/kunden `wie sie auf der Rechnung steht, so auch hier`',
    undefined,
  ],
  [
    'what may be Indonesian',
    'Membuat pesanan baru untuk pelanggan dan mengembalikan nomornya, seperti yang tertera pada faktur.',
    undefined,
  ],
  [
    'addresses without a scheme',
    'www.first.example me@second.example third.example/a_b_c fourth.example/d_e_f www.fifth.example/ghi',
    undefined,
  ],
  ['a short text', 'Kind of item', undefined],
  ['a short text in another script', 'なし。', 'ja'],
])('the language of %s', (_, text, language) => {
  expect(languageOf(text)).toBe(language);
});
