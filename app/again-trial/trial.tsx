"use client";
import { useState } from "react";
import { SignInAgain } from "@/components/session/sign-in-again";
export function Trial() { const [done, set] = useState(false); return <main id="main"><h1>t</h1>{done ? <p id="done">done</p> : <SignInAgain email="a@b.example" onDone={() => set(true)} words={{ title: "T", text: "t", email: "E", password: "P", submit: "S", summary: "No" }} />}</main>; }
