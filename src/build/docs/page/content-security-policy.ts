import { createHash } from 'node:crypto';
import { html, trusted, type Html } from '../html/html.js';

/** What a page may run and ask. */
export interface PagePolicy {
  /** The text of each inline script that may run. Any other script, such as one that a description brings, may not. */
  scripts: string[];
  /** The text of each inline style sheet. */
  styles: string[];
  /** The origins that scripts of the page may ask. */
  connect: string[];
}

/** Writes the Content-Security-Policy of a page. It allows nothing that is not listed, and nothing of another host. */
export function contentSecurityPolicy({ scripts, styles, connect }: PagePolicy): Html {
  const policy = [
    "default-src 'none'",
    `script-src ${scripts.map(hash).join(' ')}`,
    `style-src ${styles.map(hash).join(' ')}`,
    "img-src 'self' data:",
    `connect-src ${connect.join(' ') || "'none'"}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return html`<meta http-equiv="Content-Security-Policy" content="${trusted(policy)}">`;
}

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
