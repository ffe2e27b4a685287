import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { messages } from "@/lib/language/messages";
