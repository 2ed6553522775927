//! What changed between two documents: on the wire, and in the generated crate.
//!
//! ```
//! use clientsmith::diff::{Format, Report, Verdict};
//! use clientsmith::surface::Level;
//! use clientsmith::{Document, Settings};
//!
//! let document = |properties: &str| {
//!     let text = format!(
//!         "{{ openapi: 3.0.3, info: {{ title: Pets, version: '1' }}, paths: {{ /pet: {{ get: {{ operationId: pet,
//!            responses: {{ '200': {{ description: A pet., content: {{ application/json: {{ schema:
//!            {{ type: object, properties: {{ {properties} }} }} }} }} }} }} }} }} }} }}"
//!     );
//!     Document::read("pets.yaml", text.as_bytes())
//! };
//! let old = document("name: { type: string }, age: { type: integer }")?;
//! let new = document("name: { type: string }")?;
//! let report = Report::between(&old, &new, &Settings::for_package("pets"));
//! assert_eq!(report.changes.len(), 1);
//! assert_eq!(report.changes[0].code.id, "property-removed");
//! assert_eq!(report.verdict(), Verdict::Risky);
//! assert_eq!(report.level(), Level::Major);
//! print!("{}", report.render(Format::Markdown));
//! # Ok::<(), clientsmith::Diagnostics>(())
//! ```

mod deprecation;
mod format;
mod join;
mod location;
mod note;
mod report;
mod rust_only;
mod wire;

pub use crate::codes::changes::{ChangeCode, Direction, Verdict, codes};
pub use format::{Format, JSON_SCHEMA};
pub use format::{LEADS, SECTIONS};
pub use location::Location;
pub use note::Note;
pub use report::{Entry, Report, Threshold};
