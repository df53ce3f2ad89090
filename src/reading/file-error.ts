/** Why a file of a description cannot be read. */
export class FileError extends Error {
  override readonly name = 'FileError';

  /** @param message The reason, as a sentence. It holds no secret. */
  constructor(
    message: string,
    /** Whether there is no such file. */
    readonly isMissing: boolean = false,
    /** Its absolute path or its URL. */
    readonly file: string = '',
  ) {
    super(message);
  }
}
