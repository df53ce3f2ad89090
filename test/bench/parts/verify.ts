import { errorsOf } from '../../../src/contract/message/violation.js';
import type { KindOfFault, Planted } from '../../own/verify/faults/fault.js';
import { honestVariants } from '../../own/verify/variants.js';
import { PrismProxy } from '../servers/prism-proxy.js';
import { faults } from '../../own/verify/faults/all.js';
import { walkOn, walkThroughProxy } from '../../own/verify/faulty-walk.js';
import { startHonestServer, type HonestServer } from '../../own/verify/honest-server.js';
import { runTool } from '../../support/command.js';
import type { Row } from '../row.js';

export const title = 'Verify: planted faults and what others name of them';

const ways = ['verify', 'verify --invalid', 'the proxy', 'redocly respect', 'prism proxy'] as const;

/** Counts the faults of a server that each way reports, with one fault at a time, and the false alarms on correct servers. */
export async function measure(): Promise<Row[]> {
  const server = await startHonestServer();
  const prism = await PrismProxy.start(server.url);
  try {
    const named = new Map<string, KindOfFault[]>(ways.map((way) => [way, []]));
    const note = (way: (typeof ways)[number], fault: KindOfFault, isNamed: boolean): void => {
      if (isNamed) named.get(way)?.push(fault);
    };
    for (const fault of faults) {
      plant(server, fault);
      const { results, text } = await walkOn(server.url);
      note(
        'verify',
        fault,
        results.some(({ verdict }) => verdict.kind === 'differs'),
      );
      note('verify --invalid', fault, fault.walk.test(text));
      plant(server, fault);
      note('the proxy', fault, fault.proxy?.test((await walkThroughProxy(server.url)).text) === true);
      plant(server, fault);
      note('redocly respect', fault, await isNamedByRespect(server.url));
      plant(server, fault);
      note('prism proxy', fault, await prism.names());
    }
    return [...kindRows(named), ...(await honestRows(server))];
  } finally {
    prism.close();
    server.close();
  }
}

/** Enables a fault. The server also knows the examples of the description, because the other tools send nothing else. */
function plant(server: HonestServer, planted?: Planted): void {
  server.plant(planted);
  const { store } = server;
  store.accounts.set('jweir@projectthanos.com', { password: 'before', mayReset: true });
  store.authTokens.add('a0f17278bed479ee719ea890b8caf0329e1f3e5b');
}

function kindRows(named: Map<string, KindOfFault[]>): Row[] {
  const kinds = [...new Set(faults.map(({ kind }) => kind))];
  const rows = kinds.map((kind): Row => {
    const all = faults.filter((fault) => fault.kind === kind).length;
    const count = (way: string): number => named.get(way)?.filter((fault) => fault.kind === kind).length ?? 0;
    const share = count('verify --invalid') / all;
    const value = ways.map((way) => `${way} ${count(way)}`).join(', ');
    return { name: `planted faults: ${kind}, ${all}`, value, limit: '>= 90 % by verify --invalid', met: share >= 0.9 };
  });
  const total = (way: string): number => named.get(way)?.length ?? 0;
  const best = Math.max(total('redocly respect'), total('prism proxy'));
  const missed = faults.filter((fault) => !named.get('verify --invalid')?.includes(fault)).map(({ name }) => name);
  return [
    ...rows,
    {
      name: `planted faults, ${faults.length}${missed.length > 0 ? `, not: ${missed.join('; ')}` : ''}`,
      value: ways.map((way) => `${way} ${total(way)}`).join(', '),
      limit: '>= 1.5 times the best of the others',
      met: total('verify --invalid') >= 1.5 * best,
    },
  ];
}

/** The number of correct servers that are reported as wrong. */
async function honestRows(server: HonestServer): Promise<Row[]> {
  const wrong: string[] = [];
  for (const variant of [undefined, ...honestVariants]) {
    plant(server, variant);
    const { results, probes } = await walkOn(server.url, 5000);
    const isWrong = [...results, ...probes].some(({ verdict }) => verdict.kind !== 'as documented');
    plant(server, variant);
    const { exchanges } = await walkThroughProxy(server.url, false);
    const isNamed = exchanges.some(({ responseViolations }) => errorsOf(responseViolations).length > 0);
    if (isWrong || isNamed) wrong.push(variant?.name ?? 'as it is');
  }
  const value = wrong.length === 0 ? '0' : `${wrong.length}: ${wrong.join('; ')}`;
  return [{ name: `honest servers that are named, of ${honestVariants.length + 1}`, value, limit: '0', met: wrong.length === 0 }];
}

async function isNamedByRespect(url: string): Promise<boolean> {
  const { code } = await runTool('redocly', ['respect', 'openapi/password-reset.arazzo.yaml', '-S', `password-reset=${url}`]);
  return code !== 0;
}
