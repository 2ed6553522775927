use super::section::Section;

/// `[encode]`: how requests are encoded where OpenAPI does not define it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EncodeSettings {
    /// `deep-object-arrays`: how style `deepObject` writes arrays of scalars.
    pub deep_object_arrays: DeepObjectArrays,
}

/// How style `deepObject` writes arrays of scalars.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DeepObjectArrays {
    /// `"numbered"`: `name[0]=a&name[1]=b`.
    #[default]
    Numbered,
    /// `"bracketed"`: `name[]=a&name[]=b`.
    Bracketed,
    /// `"repeated"`: `name=a&name=b`.
    Repeated,
}

impl EncodeSettings {
    pub(super) fn read(&mut self, section: &Section<'_>) {
        section.only_listed();
        let arrays = section.choice(
            "deep-object-arrays",
            &[
                ("numbered", DeepObjectArrays::Numbered),
                ("bracketed", DeepObjectArrays::Bracketed),
                ("repeated", DeepObjectArrays::Repeated),
            ],
        );
        self.deep_object_arrays = arrays.unwrap_or_default();
    }
}
