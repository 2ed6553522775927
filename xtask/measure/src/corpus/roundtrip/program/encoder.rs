//! Writes values as JSON, and finds what landed in catch-alls.

use std::fmt::Display;

use serde::de::value::Error;
use serde::ser::{
    Error as _, Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple,
    SerializeTupleStruct, Serializer,
};

/// The newtypes as which the content of catch-alls is written.
const CATCH_ALLS: &[&str] = &["Other", "UnknownInteger", "UnknownValue"];

/// A value as JSON, and the places in it that landed in catch-alls, with the names of these.
pub type Encoded = (String, Vec<(String, &'static str)>);

/// Writes `value` as JSON.
///
/// # Errors
/// If the value cannot be written.
pub fn encode<T: Serialize + ?Sized>(value: &T) -> Result<Encoded, Error> {
    let mut encoder = Encoder::default();
    value.serialize(&mut encoder)?;
    Ok((encoder.text, encoder.caught))
}

#[derive(Default)]
struct Encoder {
    text: String,
    /// The pointer to the value that is being written.
    at: String,
    caught: Vec<(String, &'static str)>,
}

impl Encoder {
    fn plain(&mut self, text: &impl Display) {
        self.text.push_str(&text.to_string());
    }

    fn json<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        let text = serde_json::to_string(value).map_err(Error::custom)?;
        self.plain(&text);
        Ok(())
    }

    fn begin(&mut self, first: char, last: char) -> Within<'_> {
        self.text.push(first);
        Within {
            outer: self.at.len(),
            encoder: self,
            count: 0,
            last,
        }
    }
}

/// A list or an object that is being written.
struct Within<'a> {
    encoder: &'a mut Encoder,
    /// The length of the pointer to it.
    outer: usize,
    count: usize,
    last: char,
}

impl Within<'_> {
    fn next(&mut self, token: &str) {
        if self.count > 0 {
            self.encoder.text.push(',');
        }
        self.count += 1;
        self.encoder.at.truncate(self.outer);
        self.encoder.at.push('/');
        let token = token.replace('~', "~0").replace('/', "~1");
        self.encoder.at.push_str(&token);
    }

    fn item<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.next(&self.count.to_string());
        value.serialize(&mut *self.encoder)
    }

    fn key(&mut self, key: &str) -> Result<(), Error> {
        self.next(key);
        self.encoder.json(key)?;
        self.encoder.plain(&':');
        Ok(())
    }

    fn close(self) {
        self.encoder.at.truncate(self.outer);
        self.encoder.plain(&self.last);
    }
}

macro_rules! list {
    ($($name:ident $method:ident)*) => {$(
        impl $name for Within<'_> {
            type Ok = ();
            type Error = Error;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
                self.item(value)
            }

            fn end(self) -> Result<(), Error> {
                self.close();
                Ok(())
            }
        }
    )*};
}

list! {
    SerializeSeq serialize_element
    SerializeTuple serialize_element
    SerializeTupleStruct serialize_field
}

impl SerializeMap for Within<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        let key = serde_json::to_value(key).map_err(Error::custom)?;
        match key.as_str() {
            Some(text) => self.key(text),
            None => self.key(&key.to_string()),
        }
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        value.serialize(&mut *self.encoder)
    }

    fn end(self) -> Result<(), Error> {
        self.close();
        Ok(())
    }
}

impl SerializeStruct for Within<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        self.key(key)?;
        value.serialize(&mut *self.encoder)
    }

    fn end(self) -> Result<(), Error> {
        self.close();
        Ok(())
    }
}

macro_rules! scalars {
    ($($name:ident: $type:ty),*) => {$(
        fn $name(self, value: $type) -> Result<(), Error> {
            self.json(&value)
        }
    )*};
}

impl<'a> Serializer for &'a mut Encoder {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Within<'a>;
    type SerializeTuple = Within<'a>;
    type SerializeTupleStruct = Within<'a>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeMap = Within<'a>;
    type SerializeStruct = Within<'a>;
    type SerializeStructVariant = Impossible<(), Error>;

    scalars! {
        serialize_bool: bool, serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_i128: i128, serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64,
        serialize_u128: u128, serialize_f32: f32, serialize_f64: f64, serialize_char: char, serialize_str: &str,
        serialize_bytes: &[u8]
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.plain(&"null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<(), Error> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        if CATCH_ALLS.contains(&name) {
            self.caught.push((self.at.clone(), name));
        }
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        let mut members = self.begin('{', '}');
        members.serialize_entry(variant, value)?;
        members.close();
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Within<'a>, Error> {
        Ok(self.begin('[', ']'))
    }

    fn serialize_tuple(self, _: usize) -> Result<Within<'a>, Error> {
        Ok(self.begin('[', ']'))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Within<'a>, Error> {
        Ok(self.begin('[', ']'))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Within<'a>, Error> {
        Ok(self.begin('{', '}'))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Within<'a>, Error> {
        Ok(self.begin('{', '}'))
    }

    fn serialize_tuple_variant(
        self,
        name: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Impossible<(), Error>, Error> {
        Err(Error::custom(name))
    }

    fn serialize_struct_variant(
        self,
        name: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Impossible<(), Error>, Error> {
        Err(Error::custom(name))
    }
}
