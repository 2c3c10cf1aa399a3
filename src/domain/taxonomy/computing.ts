import { type TopicDefinition, words } from './topic-definition';

/** What models run on: capacity, sites, chips. */
export const computing: readonly TopicDefinition[] = [
  {
    slug: 'compute',
    name: 'Compute',
    description:
      'Processing capacity for AI and other workloads: how much is needed, bought, built or freed. Not “computing platforms” such as glasses, and not computers as a product.',
    aliases: words('computing capacity, compute capacity'),
    terms: words('compute, supercomputer, supercomputing, petaflop, exaflop, teraflop, hyperscale'),
    phrases: words(`computing capacity, computing power, processing capacity, processing power, computational capacity,
      computational power, accelerated computing, high performance computing, ai computing, compute constrained, ai infrastructure`),
    exclusions:
      words(`open compute, computing platform, compute platform, accelerated computing platform, compute the, to compute a,
      compute our ratio, compute an average, we compute it, how we compute, way we compute, method to compute, compute and disclose,
      computers, edge compute module, compute our, compute adjusted, compute non gaap, is computed, compute engine, google compute engine`),
  },
  {
    slug: 'ai-infrastructure',
    name: 'AI infrastructure',
    description: 'The clusters, sites and networks on which AI is trained and served, and what is put into them.',
    aliases: words('ai infra'),
    parent: 'compute',
    phrases:
      words(`ai infrastructure, ai infra, artificial intelligence infrastructure, compute infrastructure, computing infrastructure,
      compute cluster, compute capacity, ai capacity, training infrastructure, training cluster, inference infrastructure, inference capacity,
      gpu cluster, ai cluster, training and inference capacity, training and serving capacity, ai factory, ai data center, ai datacenter,
      ai server, cluster … gpu, capex and infra, infra capex, ai supercluster, supercluster, ai networking,
      gigawatt of capacity, gw of capacity, ai workload, networking fabric`),
    hints: words(`infrastructure, infra, compute, cluster, capacity, server, network bandwidth, networking equipment,
      buildout, gigawatt, gw, serve all of these people, serving billions, serving a lot of people, serve the scale,
      expensive to serve, expensive for us to serve, cost to serve, cost of serving, significant resources, bring online, brought online`),
    near: words('compute, ai-training'),
    beside: words('artificial-intelligence'),
    exclusions:
      words(`infrastructure bill, infrastructure act, infrastructure law, infrastructure package, water infrastructure,
      transmission infrastructure, gas infrastructure, energy infrastructure, grid infrastructure, charging infrastructure,
      payment infrastructure, transportation infrastructure, physical infrastructure projects, civil infrastructure,
      infrastructure investment and jobs, infrastructure fund, infrastructure spending bill, critical infrastructure,
      manufacturing capacity, production capacity, plant capacity, storage capacity, capacity as, in my capacity, in his capacity,
      in her capacity, borrowing capacity, capacity to borrow, debt capacity, balance sheet capacity, lending capacity, in that capacity,
      dual capacity, generating capacity, generation capacity, capacity market, refining capacity, open compute, computing platform,
      investment capacity, excess capacity in our plant, capacity factor, beds, drilling, compute the, compute our, compute adjusted,
      capacity to lend, capacity to buy, capacity to return, capacity to invest, capacity to repurchase, capacity to deploy,
      capacity to acquire, capacity to pay, capacity to fund, distribution infrastructure, pipeline infrastructure, network capacity, capacity to take, capacity to grow, capacity to handle, capacity to do,
      capacity to absorb, capacity to add, capacity to make, capacity to expand, capacity to execute, capacity … plant, plant … capacity, capacity … mill, capacity … hospital, capacity … fleet,
      gigawatt hour, gw hour, energy storage … gigawatt, gwh, mwh,
      beds of capacity, seat capacity, shipping capacity, warehouse capacity, hiring capacity, capacity of our stores,
      healthcare infrastructure, public infrastructure, infrastructure projects team, infrastructure segment,
      brought online stores, cost to serve customers`),
  },
  {
    slug: 'inference',
    name: 'Inference',
    description: 'Running trained models: capacity, cost and quality at the time of use. Not statistical inference.',
    aliases: words('inference-time compute, test-time compute'),
    parent: 'compute',
    terms: words('inference, inferencing'),
    phrases:
      words(`test time compute, test time scaling, inference time, running ai models, running … ai model, serving model,
      tokens generated, token generation, reasoning time model, cost per token, tokens per second, tokens processed, running the models`),
    exclusions: words(
      'statistical inference, draw an inference, draw inference, negative inference, adverse inference, no inference should, make inference',
    ),
  },
  {
    slug: 'data-centers',
    name: 'Data centers',
    description: 'Buildings with servers: sites, power, leases, commissioning.',
    aliases: words('data centres, datacenters, data center'),
    parent: 'compute',
    terms: words('datacenter, colocation'),
    phrases: words(
      'data center, data center capacity, data hall, server farm, ai region, cloud region, ai campus, liquid cooling, power density, rack scale, server rack',
    ),
    hints: words('gigawatt, gw, megawatt, mw, campus, hall, powered shell'),
    near: words('data-centers, ai-infrastructure, gpus'),
    exclusions:
      words(`megawatt hour, gigawatt hour, energy storage … gigawatt, energy storage … megawatt, megawatt … solar, megawatt … wind, megawatt … storage, megawatt … renewable, megawatt … nuclear, megawatt … gas,
      gigawatt … solar, gigawatt … wind, gigawatt … storage, gigawatt … renewable, gigawatt … nuclear, gigawatt … gas, mw … solar, mw … wind,
      mw … storage, gw … solar, gw … wind, gw … storage, solar … megawatt, solar … gigawatt, wind … megawatt, wind … gigawatt`),
  },
  {
    slug: 'custom-silicon',
    name: 'Custom silicon',
    description: 'Chips a company designs for itself.',
    aliases: words('in-house chips, asic, mtia, tpu'),
    parent: 'compute',
    terms: words('mtia, tpu, trainium, trainium2, trainium3, inferentia, graviton, maia, asic, xpu'),
    phrases:
      words(`custom silicon, custom chip, custom accelerator, in house chip, in house silicon, own silicon, own chip, own custom,
      proprietary chip, training and inference accelerator, custom ai chip, design our own chip, custom ai accelerator, chip … ourselves,
      chip … in house, silicon … in house, silicon … ourselves, designed … own chip`),
  },
  {
    slug: 'gpus',
    name: 'GPUs',
    description: 'Graphics and AI accelerators: supply, orders, generations.',
    aliases: words('gpu, accelerators, ai chips'),
    parent: 'compute',
    terms: words(
      'gpu, h100, h200, h20, a100, b200, b300, gb200, gb300, mi300, mi300x, mi325, mi350, mi355x, mi400, h100s, h200s',
    ),
    phrases:
      words(`chip for training, chip for inference, chip for ai, graphics processing unit, graphics processor, ai accelerator, ai chip, ai processor, Blackwell, Grace Blackwell,
      nvidia Hopper, Hopper platform, Hopper generation, Vera Rubin, Rubin platform, Rubin ultra, Instinct accelerator`),
    hints: words('accelerator, Hopper'),
    near: words('gpus, compute'),
    exclusions: words('accelerator program, startup accelerator'),
  },
  {
    slug: 'semiconductors',
    name: 'Semiconductors',
    description: 'Chips as an industry: fabs, nodes, memory, cycles.',
    aliases: words('chips'),
    terms: words(
      'semiconductor, silicon, chip, chipmaker, chipset, wafer, foundry, foundries, fab, dram, nand, hbm, lithography, cpu, microchip, euv, hbm3e, hbm4',
    ),
    phrases:
      words(`third party silicon, third party chip, silicon provider, memory chip, memory pricing, process node, leading edge node,
      advanced packaging, high bandwidth memory, silicon photonics, analog chip`),
    exclusions:
      words(`blue chip, potato chip, chip away, chipping, chip in, chips in, tortilla chip, Silicon Valley, wood chip, chip and dip,
      corn chip, chip on, silicon metal, silicone, bargaining chip, pre fab, wafer thin, cpu utilization`),
  },
  {
    slug: 'cloud',
    name: 'Cloud',
    description: 'Rented computing, storage and software platforms: growth, migration, consumption.',
    aliases: words('cloud computing, public cloud'),
    terms: words('cloud, hyperscaler, iaas, paas, multicloud, aws, Azure'),
    phrases: words(
      'hybrid cloud, public cloud, private cloud, cloud migration, google cloud, cloud provider, oracle cloud, amazon web services, workload migration',
    ),
    exclusions: words('cloud of uncertainty, cloud over, storm cloud, dark cloud, cloud the, clouds on'),
  },
];
