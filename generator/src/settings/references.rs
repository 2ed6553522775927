use super::section::Section;

/// `[references]`: what references of the document may lead to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReferenceSettings {
    /// `outside`: whether files outside the folder of the document are read. They are not, unless this is true.
    pub outside: bool,
}

impl ReferenceSettings {
    pub(super) fn read(&mut self, section: &Section<'_>) {
        section.only_listed();
        self.outside = section.flag("outside").unwrap_or_default();
    }
}
