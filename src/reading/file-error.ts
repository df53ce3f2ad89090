/** A file of a description cannot be read. */
export class FileError extends Error {
  override readonly name = 'FileError';

  /** @param message The reason, as a sentence without secrets. */
  constructor(
    message: string,
    /** Whether the file does not exist. */
    readonly isMissing: boolean = false,
    /** The absolute path or the URL of the file. */
    readonly file: string = '',
  ) {
    super(message);
  }
}
