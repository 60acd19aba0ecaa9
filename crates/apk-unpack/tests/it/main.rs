//! Archives built by hand, with every trick known to hide entries, and what is read from them.

#[cfg(test)]
mod builder;
#[cfg(test)]
mod der;
#[cfg(test)]
mod kinds;
#[cfg(test)]
mod limits;
#[cfg(test)]
mod regular;
#[cfg(test)]
mod robustness;
#[cfg(test)]
mod signing;
#[cfg(test)]
mod tricks;
