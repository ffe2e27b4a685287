/** The address of an org unit's agreement. */
export function agreementHref(org: string, period: string, unit: string): string {
  return `/${org}/agreements/${period}/units/${unit}`;
}

/** An address that a form named to lead back to, if it is one of the organisation's agreements; else their first page. */
export function placeIn(org: string, back: string): string {
  const here = `/${org}/agreements`;
  return back.startsWith(`${here}/`) && /^[a-z0-9/_-]+$/i.test(back) ? back : here;
}
