import { createHash } from 'node:crypto';
import { html, trusted, type Html } from '../html/html.js';

/** What a page may run, and to which servers it may connect. */
export interface PagePolicy {
  /** The text of each inline script that may run. Any other script, such as one in a description, may not. */
  scripts: string[];
  /** The text of each inline style sheet. */
  styles: string[];
  /** The origins to which scripts of the page may send requests. */
  connect: string[];
}

/** Writes the Content-Security-Policy of a page. It allows only what is listed, and loads nothing from other hosts. */
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
