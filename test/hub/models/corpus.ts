/** The prose that the n-gram models have read: short, plain and of this project's own. */
export const CORPUS = `
The model reads the text and writes an answer. The answer is short, and the answer is clear. A good answer says what
happened, why it happened and what to do next. A small model runs on a small machine. A large model runs on a large
machine, and a large machine costs money. The weather in Paris is mild in the spring. Paris is the capital of France.
Berlin is the capital of Germany. Madrid is the capital of Spain. Rome is the capital of Italy. London is the capital
of England. The capital of a country is the seat of its government.
The cat sat on the mat. The dog slept by the door. The bird sang in the tree. The child read a book in the garden. The
teacher wrote a word on the board. The doctor went to the hospital. The writer went to the library and read a book.
Once upon a time there was a small house at the edge of the forest. In the house lived an old woman who told stories to
everyone who came by. One day a traveller came to the house and asked for a cup of water. The old woman gave him a cup
of tea and told him a story about the sea. The sea was calm, and the ship sailed into the night.
A function takes a value and returns a value. A function that returns nothing changes something. A test calls the
function and checks the value. A good test fails when the code is wrong. The code is easy to read when every name says
what it means. The program reads a file, counts the words and prints the number. The program stops when there is nothing
left to read. The server waits for a request and sends a response. The client sends a request and waits for a response.
Good code is easy to change. Good tests make it safe to change the code. The goal of life is to be happy and to make
others happy. The meaning of a word is its use in the language. Language is the house of thought.
We went to the market and bought bread, milk and apples. The bread was warm, the milk was cold and the apples were red.
In the morning the sun rose over the hills. In the evening the sun set behind the hills. At night the moon was bright.
`;
