/** One line of the benchmark report. */
export interface Row {
  /** What was measured. */
  name: string;
  /** The figure with its unit, or the ratio. */
  value: string;
  /** What a server validates. */
  validates?: string;
  /** What the figure should be, such as `<= 0.7`. */
  limit?: string;
  /** Whether it is. */
  met?: boolean;
}
