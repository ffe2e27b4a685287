import type { Locale } from "@/lib/language/model";
import accessDa from "@/lib/language/messages/da/access.json";
import approvalDa from "@/lib/language/messages/da/approval.json";
import assuranceDa from "@/lib/language/messages/da/assurance.json";
import agreementDa from "@/lib/language/messages/da/agreement.json";
import auditDa from "@/lib/language/messages/da/audit.json";
import besideDa from "@/lib/language/messages/da/beside.json";
import checkDa from "@/lib/language/messages/da/check.json";
import commonDa from "@/lib/language/messages/da/common.json";
import comparabilityDa from "@/lib/language/messages/da/comparability.json";
import composerDa from "@/lib/language/messages/da/composer.json";
import dashboardDa from "@/lib/language/messages/da/dashboard.json";
import discussionDa from "@/lib/language/messages/da/discussion.json";
import editionDa from "@/lib/language/messages/da/edition.json";
import entryDa from "@/lib/language/messages/da/entry.json";
import expressionDa from "@/lib/language/messages/da/expression.json";
import evidenceDa from "@/lib/language/messages/da/evidence.json";
import estimateDa from "@/lib/language/messages/da/estimate.json";
import factorDa from "@/lib/language/messages/da/factor.json";
import failureDa from "@/lib/language/messages/da/failure.json";
import figureDa from "@/lib/language/messages/da/figure.json";
import importDa from "@/lib/language/messages/da/import.json";
import kpiDa from "@/lib/language/messages/da/kpi.json";
import lineageDa from "@/lib/language/messages/da/lineage.json";
import numberDa from "@/lib/language/messages/da/number.json";
import organisationDa from "@/lib/language/messages/da/organisation.json";
import pictureDa from "@/lib/language/messages/da/picture.json";
import reportDa from "@/lib/language/messages/da/report.json";
import requestDa from "@/lib/language/messages/da/request.json";
import restatementDa from "@/lib/language/messages/da/restatement.json";
import reviewDa from "@/lib/language/messages/da/review.json";
import setupDa from "@/lib/language/messages/da/setup.json";
import shellDa from "@/lib/language/messages/da/shell.json";
import targetDa from "@/lib/language/messages/da/target.json";
import userDa from "@/lib/language/messages/da/user.json";
import valueDa from "@/lib/language/messages/da/value.json";
import accessEn from "@/lib/language/messages/en/access.json";
import approvalEn from "@/lib/language/messages/en/approval.json";
import assuranceEn from "@/lib/language/messages/en/assurance.json";
import agreementEn from "@/lib/language/messages/en/agreement.json";
import auditEn from "@/lib/language/messages/en/audit.json";
import besideEn from "@/lib/language/messages/en/beside.json";
import checkEn from "@/lib/language/messages/en/check.json";
import commonEn from "@/lib/language/messages/en/common.json";
import comparabilityEn from "@/lib/language/messages/en/comparability.json";
import composerEn from "@/lib/language/messages/en/composer.json";
import dashboardEn from "@/lib/language/messages/en/dashboard.json";
import discussionEn from "@/lib/language/messages/en/discussion.json";
import editionEn from "@/lib/language/messages/en/edition.json";
import entryEn from "@/lib/language/messages/en/entry.json";
import expressionEn from "@/lib/language/messages/en/expression.json";
import evidenceEn from "@/lib/language/messages/en/evidence.json";
import estimateEn from "@/lib/language/messages/en/estimate.json";
import factorEn from "@/lib/language/messages/en/factor.json";
import failureEn from "@/lib/language/messages/en/failure.json";
import figureEn from "@/lib/language/messages/en/figure.json";
import importEn from "@/lib/language/messages/en/import.json";
import kpiEn from "@/lib/language/messages/en/kpi.json";
import lineageEn from "@/lib/language/messages/en/lineage.json";
import numberEn from "@/lib/language/messages/en/number.json";
import organisationEn from "@/lib/language/messages/en/organisation.json";
import pictureEn from "@/lib/language/messages/en/picture.json";
import reportEn from "@/lib/language/messages/en/report.json";
import requestEn from "@/lib/language/messages/en/request.json";
import restatementEn from "@/lib/language/messages/en/restatement.json";
import reviewEn from "@/lib/language/messages/en/review.json";
import setupEn from "@/lib/language/messages/en/setup.json";
import shellEn from "@/lib/language/messages/en/shell.json";
import targetEn from "@/lib/language/messages/en/target.json";
import userEn from "@/lib/language/messages/en/user.json";
import valueEn from "@/lib/language/messages/en/value.json";

/** Every text of the user interface, one namespace per room: useTranslations("entry"). A new room is added here, in both languages. */
export const messages = {
  da: {
    access: accessDa,
    approval: approvalDa,
    assurance: assuranceDa,
    agreement: agreementDa,
    audit: auditDa,
    beside: besideDa,
    check: checkDa,
    common: commonDa,
    comparability: comparabilityDa,
    composer: composerDa,
    dashboard: dashboardDa,
    discussion: discussionDa,
    edition: editionDa,
    entry: entryDa,
    evidence: evidenceDa,
    expression: expressionDa,
    estimate: estimateDa,
    factor: factorDa,
    failure: failureDa,
    figure: figureDa,
    import: importDa,
    kpi: kpiDa,
    lineage: lineageDa,
    number: numberDa,
    organisation: organisationDa,
    picture: pictureDa,
    report: reportDa,
    request: requestDa,
    restatement: restatementDa,
    review: reviewDa,
    setup: setupDa,
    shell: shellDa,
    target: targetDa,
    user: userDa,
    value: valueDa,
  },
  en: {
    access: accessEn,
    approval: approvalEn,
    assurance: assuranceEn,
    agreement: agreementEn,
    audit: auditEn,
    beside: besideEn,
    check: checkEn,
    common: commonEn,
    comparability: comparabilityEn,
    composer: composerEn,
    dashboard: dashboardEn,
    discussion: discussionEn,
    edition: editionEn,
    entry: entryEn,
    evidence: evidenceEn,
    expression: expressionEn,
    estimate: estimateEn,
    factor: factorEn,
    failure: failureEn,
    figure: figureEn,
    import: importEn,
    kpi: kpiEn,
    lineage: lineageEn,
    number: numberEn,
    organisation: organisationEn,
    picture: pictureEn,
    report: reportEn,
    request: requestEn,
    restatement: restatementEn,
    review: reviewEn,
    setup: setupEn,
    shell: shellEn,
    target: targetEn,
    user: userEn,
    value: valueEn,
  },
} satisfies Record<Locale, Record<string, object>>;
