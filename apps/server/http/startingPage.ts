/**
 * What a browser is shown in the first moments of a start, before there is an application to make pages: that it will be there soon.
 * It asks again by itself, and needs nothing but itself.
 */
export const STARTING_PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="1">
<title>Getting ready – Milepost</title>
</head>
<body>
<main>
<h1>Getting ready</h1>
<p>Milepost is starting. This page shows how far it is in a moment.</p>
</main>
</body>
</html>
`;
