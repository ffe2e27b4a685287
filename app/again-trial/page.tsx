import { Trial } from "./trial";
export default function Page() { return <Trial />; }
