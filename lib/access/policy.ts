/** The roles a person may hold in an organisation; the same list as the database's `Role`. */
export const roles = ["contributor", "controller", "manager", "auditor", "administrator"] as const;

/** What a person may do in an organisation. */
export type Role = (typeof roles)[number];

const everyone: readonly Role[] = roles;
const editors: readonly Role[] = ["controller", "administrator"];
const administrators: readonly Role[] = ["administrator"];

/**
 * The one policy: every permission with the roles that hold it. An administrator holds all a controller holds.
 * The auditor holds no permission that changes a figure or anything said of it: `assurance.write` adds the auditor's own samples, notes and conclusions. A contributor's `value.save` and `entry.read` reach the
 * person's own org units only (see `Access.orgUnitIds`). Among them is the root, whose values are the organisation's
 * own, only where an administrator chose it by name: an organisation without other org units has nothing else to give.
 */
export const policy = {
  /** Dashboards, figures of a KPI, definitions. */
  "figure.read": everyone,
  /** Who entered what when. */
  "history.read": ["controller", "manager", "auditor", "administrator"],
  /** Emission factors: their versions, sources, and where each is used. */
  "factor.read": everyone,
  /** Add emission factors and versions of them, one by one or from a file. */
  "factor.edit": editors,
  /** The pages where values are entered, to look at. */
  "entry.read": everyone,
  /** Enter, change and empty values. */
  "value.save": ["contributor", ...editors],
  /** What stands beside one value, to read: its history, discussions and evidence. A contributor the own org units. */
  "cell.read": everyone,
  /** Take a file that backs a value along. A contributor the own org units. */
  "evidence.read": everyone,
  /** Put a file beside a value. */
  "evidence.add": ["contributor", ...editors],
  /** Take evidence back, with a reason; it stays to be seen. */
  "evidence.withdraw": ["contributor", ...editors],
  /** Speak about a value: begin, answer, resolve and reopen discussions. */
  "discussion.write": ["contributor", ...editors],
  /** Bring an earlier revision of a value back. */
  "value.restore": ["contributor", ...editors],
  /** Say that values are finished. A contributor those of the own org units. */
  "value.submit": ["contributor", ...editors],
  /** Approve submitted values, or return them with a comment. */
  "value.approve": editors,
  /** The review of a year: what is unusual, explained, waiting. */
  "review.read": ["controller", "auditor", "administrator"],
  /** Take a reporting year on or back: to review, closed, open again. */
  "period.step": editors,
  /** Publish a closed year for good. */
  "year.publish": editors,
  /** Change something of a published year, with a reason. */
  "value.restate": editors,
  /** Bring figures in from a workbook or CSV file; a contributor those of the own org units. */
  "value.import": ["contributor", ...editors],
  /** Coverage, which of two figures counts, breaks of a series. */
  "coverage.edit": editors,
  /** What is asked of oneself: figures to give, by when; passing it on. */
  "task.read": ["contributor", ...editors],
  /** What was asked of whom, and how far it has come. */
  "request.read": ["controller", "manager", "auditor", "administrator"],
  /** Ask people for figures, remind them, take it back. */
  "request.send": editors,
  /** The annual report as a page, drafts included. */
  "report.read": everyone,
  /** The report as PDF, XLSX, CSV, JSON. */
  "report.export": everyone,
  /** Texts, charts and tables of the report. */
  "report.edit": editors,
  /** The auditor's room: samples, what was asked and concluded; the package for the files. */
  "assurance.read": ["controller", "auditor", "administrator"],
  /** Draw samples, take notes, ask for evidence, conclude. */
  "assurance.write": ["auditor"],
  /** Answer what an auditor asked. */
  "assurance.answer": editors,
  /** Call the report ready, publish an edition of it, open one to everybody. */
  "report.publish": editors,
  /** Agreements of every org unit, the catalogue and the committee's overview; their files. */
  "agreement.read": everyone,
  /** What an org unit agrees to and how far it is: a contributor the own org units, the central function all. */
  "agreement.edit": ["contributor", ...editors],
  /** What only the central function does: approve, sign for the organisation, close, hand on; periods, rules, requirements, catalogue, tracks. */
  "agreement.govern": editors,
  /** Comment on an agreement and assess it in a track. Who is not the central function does so only in the tracks of the specialist functions the person works in. */
  "agreement.assess": ["contributor", "manager", ...editors],
  /** The trail of who did what. */
  "audit.read": ["controller", "auditor", "administrator"],
  /** What figures follow from: org units, pillars, KPIs and their definitions, targets, reporting years. */
  "setup.edit": editors,
  /** A further organisation beside this one. */
  "organisation.add": administrators,
  /** People, their roles and org units, invitations. */
  "user.manage": administrators,
} as const satisfies Record<string, readonly Role[]>;

/** Something a person can be allowed to do. */
export type Permission = keyof typeof policy;

/** Every permission, in the order of the policy. */
export const permissions = Object.keys(policy) as Permission[];

/** Whether one of the roles holds the permission. */
export function may(held: readonly Role[], permission: Permission): boolean {
  const admitted: readonly Role[] = policy[permission];
  return held.some((role) => admitted.includes(role));
}
