/** One line of the benchmark report. */
export interface Row {
  /** What was measured. */
  name: string;
  /** The figure with its unit, or the ratio. */
  value: string;
  /** What the server validates. */
  validates?: string;
  /** The limit of the figure, such as `<= 0.7`. */
  limit?: string;
  /** Whether the limit is met. */
  met?: boolean;
}
