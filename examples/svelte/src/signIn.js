/** Does the server take this pair? @returns {Promise<boolean>} */
export async function signIn(address, password) {
  const response = await fetch("/sign-in", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ address, password }),
  });
  return (await response.json()).signedIn;
}
