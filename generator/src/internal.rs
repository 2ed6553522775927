//! What the program `clientsmith` needs of this library besides. No part of the public API: it changes in any version.

pub use crate::api_files::shown;
pub use crate::diagnostics::visible;
pub use crate::diff::{LEADS, SECTIONS};
pub use crate::doc_text::is_direction_control;
pub use crate::load::{Nodes, decoded, raw_value, to_yaml};
pub use crate::package::{Lock, parent, try_exclusive};
pub use crate::settings::stable_key;
pub use crate::surface::{changes_and_kept, gone_names};
