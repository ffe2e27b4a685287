import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { yearFrom } from "@/lib/dashboard/year/model";
import { currentSession } from "@/lib/session/current";
import { accessTo, type Access, type SignedIn } from "./model";
import { may, type Permission } from "./policy";

export type { Access } from "./model";

/**
 * Who is asking for a page of an organisation. Without a session it leads to the sign-in page and back; without a
 * role in the organisation, or without the permission, the page does not exist.
 */
export async function requireAccess(orgSlug: string, permission: Permission): Promise<Access> {
  const access = accessTo(await requireSignedIn(), orgSlug);
  if (!access || !may(access.roles, permission)) notFound();
  return access;
}

/** Who is asking for the page of a year, and the year its address names; where it names none, the page does not exist. */
export async function requireYear(
  params: Promise<{ org: string; year: string }>,
  permission: Permission,
): Promise<{ access: Access; year: number }> {
  const { org, year } = await params;
  const access = await requireAccess(org, permission);
  return { access, year: yearFrom(year) ?? notFound() };
}

/** Who is asking for a page that belongs to no organisation. Without a session it leads to the sign-in page and back. */
export async function requireSignedIn(): Promise<SignedIn> {
  const signedIn = await currentSession();
  if (signedIn) return signedIn;
  const path = (await headers()).get("x-path") ?? "/";
  redirect(path === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(path)}`);
}
