//! The shape of the log's file, and how an older shape becomes the newest.

use rusqlite::{Connection, OptionalExtension};

use super::LogError;

/// Step *n* leads from version *n* to version *n* + 1. A released step never changes.
const STEPS: [&str; 1] = ["
    CREATE TABLE entries (
        seq   INTEGER PRIMARY KEY,
        at    INTEGER NOT NULL,
        class TEXT NOT NULL,
        actor TEXT NOT NULL,
        key   TEXT,
        sum   INTEGER NOT NULL,
        event TEXT NOT NULL
    ) STRICT;
    CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
"];

/// Settings of the connection that writes. `secure_delete` writes zeros over what is replaced; `synchronous = FULL`
/// makes each commit survive a loss of power.
const SETTINGS: &str = "
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA secure_delete = ON;
    PRAGMA cell_size_check = ON;
    PRAGMA trusted_schema = OFF;
";

/// Brings the file to the newest version and gives back the log's id. A file of a newer version stays untouched.
pub(super) fn prepare(
    connection: &mut Connection,
    fresh_id: impl FnOnce() -> String,
) -> Result<String, LogError> {
    let version = known_version(connection)?;
    if connection.is_readonly("main")? {
        return Err(LogError::ReadOnly);
    }
    connection.execute_batch(SETTINGS)?;
    let transaction = connection.transaction()?;
    for step in &STEPS[version..] {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "user_version", STEPS.len().cast_signed())?;
    let id = id(&transaction, fresh_id)?;
    transaction.commit()?;
    Ok(id)
}

fn known_version(connection: &Connection) -> Result<usize, LogError> {
    let found: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    match usize::try_from(found) {
        Ok(version) if version <= STEPS.len() => Ok(version),
        _ => Err(LogError::Newer { found, known: STEPS.len() as i64 }),
    }
}

fn id(connection: &Connection, fresh_id: impl FnOnce() -> String) -> rusqlite::Result<String> {
    let stored =
        connection.query_row("SELECT value FROM meta WHERE name = 'id'", [], |row| row.get(0)).optional()?;
    if let Some(id) = stored {
        return Ok(id);
    }
    let id = fresh_id();
    connection.execute("INSERT INTO meta (name, value) VALUES ('id', ?1)", [&id])?;
    Ok(id)
}
