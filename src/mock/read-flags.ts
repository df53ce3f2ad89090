import { InputError } from '../command/input-error.js';
import { userPath } from '../command/files/user-path.js';
import { parseArguments } from '../command/parse-flags.js';
import { readPort } from '../command/read-port.js';
import { makingFlags, mockFlags, usage } from './flags.js';
import type { MockOptions } from './options.js';

/** The settings of the command. */
export interface CommandSettings {
  options: MockOptions;
  log: 'nothing' | 'lines' | 'everything';
  /** A command to run while the mock listens, with its arguments. The mock ends when the command ends. */
  command: string[] | undefined;
  /** The file for contract coverage, whether the coverage must be complete, and whether to print it. */
  coverage: { file: string | undefined; isRequired: boolean; isReported: boolean };
}

/**
 * Reads the flags of the command.
 *
 * @param args The arguments of the command, without the name of the program.
 * @returns The settings, or the text to print instead.
 * @throws InputError for an unknown flag, an invalid value, or two flags that exclude each other.
 */
export function readFlags(args: string[]): CommandSettings | 'help' | 'version' {
  const end = args.indexOf('--');
  const command = end < 0 ? undefined : args.slice(end + 1);
  const { flags, argument: document } = parseArguments(end < 0 ? args : args.slice(0, end), mockFlags, usage);
  if (flags.help) return 'help';
  if (flags.version) return 'version';
  if (flags.verbose && flags.silent) throw new InputError('--verbose and --silent exclude each other: use one of them.');
  if (flags.cors && flags['no-cors']) throw new InputError('--cors and --no-cors exclude each other: use one of them.');
  if (document !== undefined && flags.description !== undefined) {
    throw new InputError('The document was given twice: use either the argument or --description.');
  }
  if (command?.length === 0) throw new InputError('No command follows "--": give one, such as -- npm run e2e.');
  const useless = Object.keys(makingFlags).find((name) => Object.hasOwn(flags, name));
  if (flags.upstream !== undefined && useless) {
    throw new InputError(`--upstream and --${useless} exclude each other: the server makes the responses.`);
  }
  const given = document ?? flags.description;
  const description = given === undefined ? undefined : userPath(given);
  const fillProperties = readSwitch('--json-schema-faker-fillProperties', flags['json-schema-faker-fillProperties']);
  const upstreamTimeoutMs = readMilliseconds('--upstream-timeout', flags['upstream-timeout']);
  const isRequired = flags['require-coverage'] === true;
  return {
    options: {
      port: readPort(flags.port, '--port', 4010),
      delayMs: readMilliseconds('--delay', flags.delay) ?? 0,
      watch: !flags['no-watch'],
      dynamic: flags.dynamic === true,
      externalRefs: flags['external-refs'] === true,
      errors: flags.errors === true,
      ignoreExamples: flags['ignore-examples'] === true || flags.ignoreExamples === true,
      ...(flags.cors && { cors: true }),
      ...(flags['no-cors'] && { cors: false }),
      ...(flags.seed !== undefined && { seed: flags.seed }),
      ...(flags.host !== undefined && { host: flags.host }),
      ...(description !== undefined && { description }),
      ...(flags.upstream !== undefined && { upstream: flags.upstream }),
      ...(upstreamTimeoutMs !== undefined && { upstreamTimeoutMs }),
      ...(fillProperties !== undefined && { generator: { fillProperties } }),
    },
    command,
    log: flags.silent ? 'nothing' : flags.verbose ? 'everything' : 'lines',
    coverage: {
      file: flags.coverage === undefined ? undefined : userPath(flags.coverage),
      isRequired,
      isReported: isRequired || flags.coverage !== undefined || flags.upstream !== undefined,
    },
  };
}

function readMilliseconds(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,6}$/.test(text)) throw new InputError(`Invalid ${name} "${text}": use 0–999999 milliseconds.`);
  return Number(text);
}

function readSwitch(name: string, text: string | undefined): boolean | undefined {
  if (text === undefined) return undefined;
  if (text !== 'true' && text !== 'false') throw new InputError(`Invalid ${name} "${text}": use true or false.`);
  return text === 'true';
}
