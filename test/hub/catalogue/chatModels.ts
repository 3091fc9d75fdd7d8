/**
 * Chat models: names and sizes of real ones, and three that belong to the accounts here. Their providers are in
 * `CHAT_PROVIDERS`, their answers are computed by `models/analyst`. Columns as `parseModelTable` reads them.
 */
export const CHAT_MODELS = `
openai/gpt-oss-120b                           | text-generation    | transformers | gpt_oss      | 120400  | 4100 | 4240 | apache-2.0   | en                      | variant=reasoning day=1312
openai/gpt-oss-20b                            | text-generation    | transformers | gpt_oss      | 21500   | 6200 | 3900 | apache-2.0   | en                      | variant=reasoning day=1312
deepseek-ai/DeepSeek-V3.2                     | text-generation    | transformers | deepseek_v3  | 685000  | 410  | 1240 | mit          | en                      | day=1430
deepseek-ai/DeepSeek-R1-0528                  | text-generation    | transformers | deepseek_v3  | 684500  | 920  | 2390 | mit          | en                      | variant=reasoning day=1243
meta-llama/Llama-3.3-70B-Instruct             | text-generation    | transformers | llama        | 70600   | 880  | 2600 | llama3.3     | en fr it pt hi es th de | gated=manual day=1060
meta-llama/Llama-3.1-8B-Instruct              | text-generation    | transformers | llama        | 8030    | 8900 | 5100 | llama3.1     | en                      | gated=manual day=929
meta-llama/Llama-3.2-1B-Instruct              | text-generation    | transformers | llama        | 1240    | 3600 | 1200 | llama3.2     | en                      | gated=manual day=990
meta-llama/Llama-Guard-4-12B                  | image-text-to-text | transformers | llama4       | 12000   | 45   | 120  | other        | en                      | gated=manual day=1200
Qwen/Qwen3-32B                                | text-generation    | transformers | qwen3        | 32800   | 2100 | 610  | apache-2.0   | en                      | variant=reasoning day=1213
Qwen/Qwen3-4B-Instruct-2507                   | text-generation    | transformers | qwen3        | 4020    | 3300 | 540  | apache-2.0   | en                      | day=1313
Qwen/Qwen3-Coder-30B-A3B-Instruct             | text-generation    | transformers | qwen3_moe    | 30500   | 760  | 870  | apache-2.0   | en                      | tag=code day=1307
Qwen/Qwen2.5-Coder-32B-Instruct               | text-generation    | transformers | qwen2        | 32800   | 420  | 1980 | apache-2.0   | en                      | tag=code day=1044
Qwen/Qwen2.5-VL-7B-Instruct                   | image-text-to-text | transformers | qwen2_5_vl   | 8290    | 3700 | 1350 | apache-2.0   | en                      | day=1121
google/gemma-3-27b-it                         | image-text-to-text | transformers | gemma3       | 27400   | 1500 | 1700 | gemma        | en                      | gated=auto day=1156
google/gemma-3-4b-it                          | image-text-to-text | transformers | gemma3       | 4300    | 2200 | 1000 | gemma        | en                      | gated=auto day=1156
google/medgemma-4b-it                         | image-text-to-text | transformers | gemma3       | 4300    | 190  | 800  | other        | en                      | gated=auto day=1236
moonshotai/Kimi-K2-Instruct-0905              | text-generation    | transformers | kimi_k2      | 1026000 | 98   | 660  | other        | en                      | day=1341
zai-org/GLM-4.6                               | text-generation    | transformers | glm4_moe     | 357000  | 88   | 1080 | mit          | en                      | variant=reasoning day=1367
CohereLabs/command-a-03-2025                  | text-generation    | transformers | cohere2      | 111000  | 24   | 430  | cc-by-nc-4.0 | en                      | day=1163
mistralai/Mistral-7B-Instruct-v0.3            | text-generation    | transformers | mistral      | 7250    | 1300 | 2100 | apache-2.0   | en                      | day=872
mistralai/Mistral-Small-3.2-24B-Instruct-2506 | image-text-to-text | transformers | mistral3     | 24000   | 340  | 480  | apache-2.0   | en                      | day=1266
swiss-ai/Apertus-8B-Instruct-2509             | text-generation    | transformers | apertus      | 8050    | 260  | 420  | apache-2.0   | de fr it rm en          | day=1340
HuggingFaceTB/SmolLM3-3B                      | text-generation    | transformers | smollm3      | 3080    | 220  | 720  | apache-2.0   | en fr es it pt de       | variant=reasoning day=1284
HuggingFaceTB/SmolLM2-135M-Instruct           | text-generation    | transformers | llama        | 135     | 640  | 240  | apache-2.0   | en                      | day=1034
baidu/ERNIE-4.5-21B-A3B-PT                    | text-generation    | transformers | ernie4_5_moe | 21800   | 51   | 170  | apache-2.0   | en                      | day=1277
microsoft/Phi-4-mini-instruct                 | text-generation    | transformers | phi3         | 3840    | 480  | 600  | mit          | en                      | day=1145
acme/support-chat                             | text-generation    | transformers | llama        | 8030    | 0    | 3    | apache-2.0   | en                      | private
acme/gated-support-chat                       | text-generation    | transformers | llama        | 8030    | 0    | 12   | apache-2.0   | en                      | gated=manual
ada/private-notes-chat                        | text-generation    | transformers | smollm3      | 3080    | 0    | 0    | apache-2.0   | en                      | private
`;
