/** The least a page of Next.js needs around it. */
export default function Layout({ children }) {
  return (
    <html lang="da">
      <body>{children}</body>
    </html>
  );
}
