//! Where posts come from. Each source yields posts in the one shape; whoever starts it says where they go.

pub mod archive;
