//! `clientsmith` reads an `OpenAPI` document and writes a typed Rust client crate.
//!
//! A document goes through one pipeline, a stage a module:
//!
//! 1. `load`: text becomes a [`Document`], a value tree that hands out typed nodes one by one;
//! 2. `normalize`: its operations and their parameters are listed, repaired, as `lower` and `diff` read them;
//! 3. `lower`: the document becomes the intermediate representation; every name and type is decided here;
//! 4. `analyze`: what depends on the whole is settled: who sends a type, where types need boxes;
//! 5. `emit`: the representation is printed as tokens; nothing is decided;
//! 6. `render`: tokens become text, one module at a time;
//! 7. `package`: the files of the crate, and the only way they reach a disk.
//!
//! ```
//! let yaml = "
//! openapi: 3.0.3
//! info: { title: Ping, version: '1' }
//! servers: [{ url: 'https://ping.example' }]
//! paths:
//!   /ping:
//!     get:
//!       operationId: ping
//!       responses: { '204': { description: Pong. } }
//! ";
//! let document = clientsmith::Document::read("ping.yaml", yaml.as_bytes())?;
//! let settings = clientsmith::Settings::for_package("ping");
//! let package = clientsmith::generate(&document, &settings)?;
//! assert!(package.files().any(|(path, _)| path == "src/operations/general.rs"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod analyze;
pub mod api_files;
mod build;
mod catalog;
mod codes;
mod crate_files;
pub mod diagnostics;
pub mod diff;
mod doc_text;
mod emit;
mod generate;
#[doc(hidden)]
pub mod internal;
mod ir;
mod load;
mod lower;
mod module;
mod module_path;
mod names;
mod normalize;
pub mod package;
mod render;
pub mod settings;
mod signature;
mod stages;
mod starter;
pub mod surface;
mod type_paths;

pub use api_files::ApiFiles;
pub use build::Build;
pub use codes::codes;
pub use diagnostics::Diagnostics;
pub use generate::{generate, generate_measured, generate_module};
pub use load::{Document, Files};
pub use module_path::{ModulePath, ModulePathError};
pub use package::Package;
pub use settings::Settings;
pub use stages::Stages;
pub use starter::starter_settings;
pub use type_paths::type_paths;
