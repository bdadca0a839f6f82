import pg from 'pg'

// The floor that the API is compared with: a bare route handler that runs the same SQL through `pg`.
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
const text = process.env.FLOOR_SQL
const values = JSON.parse(process.env.FLOOR_VALUES)

export async function GET(request) {
  const { searchParams } = new URL(request.url)
  // Read as a real handler would, though the values are known.
  if (!searchParams.has('lat') || !searchParams.has('lon')) return Response.json({}, { status: 400 })
  const { rows } = await pool.query(text, values)
  return Response.json({ total: rows[0]?.total ?? 0, lieux: rows })
}
