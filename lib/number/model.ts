/** A plain exact decimal: optional minus, digits, optional full stop and digits: "-1707.5". Never an exponent, never grouped. */
export type DecimalText = string;
