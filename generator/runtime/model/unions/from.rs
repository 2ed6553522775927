//! Making unions from what their variants hold.

/// Implements `From` for a union, for each of the types in the list: with the variant that it makes.
///
/// Behind the list stands how members hold the union that tell `null` from absent; these are made from the same types.
///
/// The module that calls it has the runtime's `model` in scope.
#[allow(unused_macros, reason = "not every API has one of these")]
macro_rules! from {
    ($name:ident $list:tt $($member:ident)*) => {
        model::from!(@union $name $list);
        $(model::from!(@$member $name $list);)*
    };
    (@union $name:ident [$($variant:ident($source:ty)),*]) => {
        $(
            impl ::std::convert::From<$source> for $name {
                fn from(value: $source) -> Self {
                    Self::$variant(::std::convert::Into::into(value))
                }
            }
        )*
    };
    (@patch $name:ident [$($variant:ident($source:ty)),*]) => {
        $(
            impl ::std::convert::From<$source> for model::Patch<$name> {
                fn from(value: $source) -> Self {
                    Self::Value(::std::convert::Into::into(value))
                }
            }
        )*
    };
    (@boxed_patch $name:ident [$($variant:ident($source:ty)),*]) => {
        $(
            impl ::std::convert::From<$source> for model::Patch<::std::boxed::Box<$name>> {
                fn from(value: $source) -> Self {
                    Self::Value(::std::boxed::Box::new(::std::convert::Into::into(value)))
                }
            }
        )*
    };
}

#[allow(unused_imports, reason = "not every API has one of these")]
pub(crate) use from;
