"""Every screen in every state, as pictures: for documents, designers and tests."""
