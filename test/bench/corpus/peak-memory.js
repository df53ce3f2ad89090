// Loaded into each process of a measured command: leaves the most memory that the process had, in kilobytes.
import { appendFileSync } from 'node:fs';
import process from 'node:process';

process.on('exit', () => appendFileSync(process.env.PEAK_MEMORY_FILE, `${process.resourceUsage().maxRSS}\n`));
// A process that its parent ends counts, too.
process.once('SIGTERM', () => process.exit());
